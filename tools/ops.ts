/**
 * `npm run ops -- COMMAND`: what the messaging of each service is doing, and what to do about parked messages. Through the gateway,
 * with the operator's token. Ends with 1 when something is not well (parked, down, replay stopped), with 2 when it could not be done.
 */
import { OpsClient, OpsFailure, runOps } from './ops/run-ops.ts';
import { parseOps, usage, WrongUsage } from './ops/command.ts';
import { getToken, NoToken } from './token.ts';

try {
  const request = parseOps(process.argv.slice(2));
  // What is in the audit is not the operator's to read; whether its chain holds is.
  const who = request.command.verb === 'audit export' ? 'administrator' : 'operator';
  const client = new OpsClient(request.url, await getToken(who, request.url));
  const { answer, text, isWell } = await runOps(request, client, new Date());
  console.log(request.asJson ? JSON.stringify(answer, null, 2) : text);
  process.exitCode = isWell ? 0 : 1;
} catch (error) {
  if (error instanceof WrongUsage) console.error(`${error.message}\n${usage}`);
  else if (error instanceof OpsFailure || error instanceof NoToken) console.error(error.message);
  else throw error;
  process.exitCode = 2;
}
