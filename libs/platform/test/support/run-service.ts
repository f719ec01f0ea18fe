/** The sample service as a process of its own, booted as services are. */
import 'reflect-metadata';
import { bootService, InvalidSettings } from '../../src/index.js';
import { SampleModule } from './sample.module.js';

await bootService(SampleModule, 'therapy', (env) => {
  if (env['OWN_SETTING'] === 'wrong') throw new InvalidSettings(['OWN_SETTING is wrong, expected right']);
});
