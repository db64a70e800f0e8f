/** Ends this process with the one that started it, even after kill -9: its standard input is closed then. */
process.stdin.resume().once('close', () => process.exit())
// Nothing waits for input.
if ('unref' in process.stdin) process.stdin.unref()
