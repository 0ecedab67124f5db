package dev.gatehouse.rest.problem;

/// What was asked for, as far as a problem tells it.
///
/// @param contentType of the body; empty where the request says none
/// @param accept what the answer may be; empty where the request does not say
/// @param nearest a path at which something is, where one is near; otherwise empty
/// @param allowed the methods that the path takes; empty where nothing is at it
record Asked(String method, String path, String contentType, String accept, String nearest, String allowed) {}
