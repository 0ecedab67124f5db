# METADATA
# description: References as people read them.
package lib.references

# The name of what a reference leads to, with its namespace unless that is the default one.
short(ref) := trim_prefix(substring(ref, indexof(ref, ":") + 1, -1), "default/")
