package lib.references_test

import data.lib.references

test_leaves_the_kind_and_the_default_namespace_out if {
	references.short("component:default/shop") == "shop"
	references.short("group:default/default") == "default"
}

test_keeps_any_other_namespace if {
	references.short("component:payments/shop") == "payments/shop"
}
