import { createServer } from 'node:http';
import { createIdentityServer } from './identity-server.js';
import { readIdentitySettings } from './identity.settings.js';
import { createProvider } from './provider.js';
import { providerSecrets } from './signing-keys.js';

const shutdownLimitMs = 5000;

const settings = readIdentitySettings(process.env);
if (typeof settings === 'string') {
  process.stderr.write(`Wrong settings:\n${settings}\n.env.example explains every setting.\n`);
  process.exit(1);
}

const provider = createProvider(settings, await providerSecrets(settings.stateDir));
const server = createServer(createIdentityServer(provider));

const stop = (): void => {
  setTimeout(() => process.exit(1), shutdownLimitMs).unref();
  server.close(() => process.exit(0));
  server.closeIdleConnections();
};
process.once('SIGTERM', stop);
process.once('SIGINT', stop);

/** Loopback, but in a container, whose network is its own. */
const host = process.env['HOST'] || '127.0.0.1';

server.once('error', (error) => {
  process.stderr.write(`identity cannot listen on ${host}:${settings.port}: ${error.message}\n`);
  process.exit(1);
});
server.listen(settings.port, host, () => {
  process.stdout.write(
    `${JSON.stringify({ level: 'info', service: 'identity', msg: 'listening', port: settings.port })}\n`,
  );
});
