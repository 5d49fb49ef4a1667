"""The commands, one module each: HELP, EXAMPLES, `add(parser)` and `run(args)`."""
