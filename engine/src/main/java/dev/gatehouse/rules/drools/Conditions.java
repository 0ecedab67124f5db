package dev.gatehouse.rules.drools;

import dev.gatehouse.document.Diagnostic;
import dev.gatehouse.document.Nearest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/// Keeps the conditions of rules to the vocabulary: patterns of known types, and calls of pure methods. It looks at
/// words, since constraints are written in a language of their own.
final class Conditions {
    private static final Pattern WORD = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]*");
    private static final Set<String> REFUSED = Set.of("new", "class", "drools", "kcontext", "over", "action");
    /// Those of its keywords that mean in a condition what they mean in Java.
    private static final Set<String> JAVA = Set.of("true", "false", "null", "this", "instanceof");

    private static final Set<String> CALLABLE = Set.of(
            "not",
            "exists",
            "forall",
            "accumulate",
            "acc",
            "eval",
            "in",
            "and",
            "or",
            "from",
            "collect",
            "groupby",
            "sum",
            "count",
            "min",
            "max",
            "average",
            "collectList",
            "collectSet",
            "memberOf",
            "contains",
            "matches");

    private final Masked text;
    private final Set<String> declared;
    private final List<Diagnostic> problems;

    Conditions(Masked text, Set<String> declared, List<Diagnostic> problems) {
        this.text = text;
        this.declared = declared;
        this.problems = problems;
    }

    /// Looks at the words between two offsets.
    void check(int from, int to) {
        Matcher words = WORD.matcher(text.code()).region(from, to);
        String before = "";
        while (words.find()) {
            String word = words.group();
            boolean called = next(words.end()) == '(';
            if (previous(words.start()) == '.') {
                member(word, before, called, words.start());
            } else {
                free(word, called, words.start());
            }
            before = word;
        }
    }

    private void member(String word, String before, boolean called, int at) {
        if (isUpper(word)) {
            if (!isType(before)) {
                refuse(at, "'" + before + "." + word + "' is not a value of a type that rules may use", null);
            }
        } else if (REFUSED.contains(word)) {
            refuse(at, "A condition may not use '" + word + "'", null);
        } else if (called && (isUpper(before) ? !Vocabulary.isStatic(before, word) : !Vocabulary.isMethod(word))) {
            refuse(at, "A condition may not call '" + word + "'", "compare attributes of facts and values");
        }
    }

    private void free(String word, boolean called, int at) {
        if (isUpper(word)) {
            if (!isType(word)) {
                Set<String> known = new TreeSet<>(Vocabulary.TYPES.keySet());
                known.addAll(declared);
                refuse(
                        at,
                        "There is no fact '" + word + "'",
                        Nearest.cure(word, known, "facts are " + String.join(", ", known)));
            }
        } else if (REFUSED.contains(word)) {
            refuse(at, "A condition may not use '" + word + "'", null);
        } else if (SourceVersion.isKeyword(word) && !JAVA.contains(word)) {
            refuse(at, "'" + word + "' is a keyword of Java, and no name", "take another name, such as $" + word);
        } else if (called && !CALLABLE.contains(word)) {
            refuse(at, "A condition may not call '" + word + "'", "compare attributes of facts and values");
        }
    }

    private boolean isType(String word) {
        return Vocabulary.isType(word) || declared.contains(word);
    }

    private static boolean isUpper(String word) {
        return !word.isEmpty() && Character.isUpperCase(word.charAt(0));
    }

    private char next(int offset) {
        String rest = text.code().substring(offset).stripLeading();
        return rest.isEmpty() ? ' ' : rest.charAt(0);
    }

    private char previous(int offset) {
        int at = offset - 1;
        while (at > 0 && Character.isWhitespace(text.code().charAt(at))) {
            at--;
        }
        return at < 0 ? ' ' : text.code().charAt(at);
    }

    private void refuse(int at, String message, @Nullable String cure) {
        problems.add(Diagnostic.error(text.at(at), message, cure));
    }
}
