# Members that were never raised have no frames of their own.
raise BaseExceptionGroup("mixed", [SystemExit(3), ValueError(), KeyboardInterrupt("stop")])
