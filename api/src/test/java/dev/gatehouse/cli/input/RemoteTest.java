package dev.gatehouse.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "git@github.com:acme/shop.git",
                "github.com:acme/shop",
                "git@GitHub.com:/acme/shop/",
                "https://github.com/acme/shop",
                "https://github.com/acme/shop.git",
                "https://GITHUB.com:443/acme//shop.git/",
                "HTTP://github.com:80/acme/shop",
                "https://ann:s3cret@github.com/acme/shop.git",
                "https://ann:s3@cret@github.com/acme/shop.git",
                "https://github.com/acme/shop.git?private_token=s3cret",
                "ssh://git@github.com/acme/shop.git",
                "ssh://git@github.com:22/acme/shop.git",
                "git+ssh://git@github.com/acme/shop.git",
                "git://github.com:9418/acme/shop.git"
            })
    void a_repository_has_one_name_however_it_was_cloned(String remote) {
        assertThat(Remote.name(remote)).contains("github.com/acme/shop");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://git.acme.example:8443/tools/shop.git", "ssh://git@GIT.acme.example:8443/tools/shop"})
    void a_port_of_its_own_belongs_to_the_name(String remote) {
        assertThat(Remote.name(remote)).contains("git.acme.example:8443/tools/shop");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/srv/git/shop.git",
                "../shop",
                "file:///srv/git/shop.git",
                "ext::sh -c cat%",
                "https://ann:pass/s3cret@github.com/acme/shop.git",
                "https://ann:12/s3cret@github.com/acme/shop.git",
                "https://github.com/",
                ""
            })
    void what_names_no_place_that_others_know_has_none(String remote) {
        assertThat(Remote.name(remote)).isEmpty();
    }
}
