// Loaded into the API by start.mjs (`node --import`): when the start script is gone, however it went, the API ends as well. Otherwise a
// `kill -9` of the start would leave an API behind that keeps the port.

const PATIENCE_MS = 5_000;

function end() {
  setTimeout(() => process.exit(1), PATIENCE_MS).unref();
  process.kill(process.pid, 'SIGTERM');
}

if (process.channel) {
  process.once('disconnect', end);
  process.channel.unref(); // listening for the parent alone must not keep the process up
} else if (process.connected === false) end();
