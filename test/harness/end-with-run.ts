/** Ends a process that runs tests when the run was killed: it would go on to the end of its test file, with all it started. */
if (process.listenerCount('disconnect') === 0) process.on('disconnect', () => process.exit(1));
