import 'reflect-metadata';
import { createApp } from './app.ts';
import { Config, ConfigFaults } from './platform/config/config.ts';
import { stopOnSignals } from './platform/http/stop.ts';

await start();

async function start(): Promise<void> {
  const config = readConfig();
  const app = await createApp(config, { jobs: true });
  await app.listen(config.port, config.host);
  stopOnSignals(app);
}

/** A configuration with faults is told whole, on standard error, and ends the process with 1. */
function readConfig(): Config {
  try {
    return Config.read(process.env);
  } catch (error) {
    if (!(error instanceof ConfigFaults)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
