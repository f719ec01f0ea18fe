/**
 * Who may import whom. Each rule has a sample in test/architecture/violations that must fail:
 * a rule without a bite is no rule.
 */
const ROOT = process.env.ARCHITECTURE_ROOT ?? '';
const at = (path) => `^${ROOT}${path}`;

module.exports = {
  forbidden: [
    {
      name: 'no-loops',
      comment: 'Files that import each other cannot be read or tested alone.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'apps-do-not-import-apps',
      comment: 'A service knows only what events told it.',
      severity: 'error',
      from: { path: at('apps/([^/]+)/') },
      to: { path: at('apps/'), pathNot: at('apps/$1/') },
    },
    { name: 'libs-do-not-import-apps', severity: 'error', from: { path: at('libs/') }, to: { path: at('apps/') } },
    {
      name: 'contracts-import-zod-only',
      severity: 'error',
      from: { path: at('libs/contracts/src/'), pathNot: '\\.spec\\.ts$' },
      to: { pathNot: [at('libs/contracts/src/'), 'node_modules/zod/'] },
    },
    {
      name: 'clinical-is-pure',
      comment: 'Decisions about care are functions: no framework, no I/O, no database.',
      severity: 'error',
      from: { path: at('libs/clinical/src/'), pathNot: '\\.spec\\.ts$' },
      to: {
        pathNot: [
          at('libs/clinical/'),
          at('libs/contracts/src/index'),
          at('test/cases/'),
          'node_modules/(zod|luxon|@types/luxon)/',
          '^(node:)?crypto$',
        ],
      },
    },
    {
      name: 'platform-knows-contracts-only',
      severity: 'error',
      from: { path: at('libs/platform/src/') },
      to: { path: at('libs/'), pathNot: [at('libs/platform/'), at('libs/contracts/src/index')] },
    },
    {
      name: 'messaging-knows-contracts-and-platform',
      severity: 'error',
      from: { path: at('libs/messaging/src/') },
      to: {
        path: at('libs/'),
        pathNot: [at('libs/messaging/'), at('libs/contracts/src/index'), at('libs/platform/src/(index|testing/index)')],
      },
    },
    {
      name: 'timers-know-contracts-and-platform',
      severity: 'error',
      from: { path: at('libs/timers/src/') },
      to: {
        path: at('libs/'),
        pathNot: [at('libs/timers/'), at('libs/contracts/src/index'), at('libs/platform/src/(index|testing/index)')],
      },
    },
    {
      name: 'libs-are-entered-by-their-index',
      severity: 'error',
      from: { path: at('apps/') },
      to: { path: at('libs/'), pathNot: at('libs/[^/]+/src/(index|testing/index)\\.ts$') },
    },
    {
      name: 'kafkajs-in-one-file',
      comment: 'So that the client can be replaced.',
      severity: 'error',
      from: {
        path: [at('apps/'), at('libs/')],
        pathNot: [at('libs/messaging/src/transport/kafka-client\\.ts$'), at('libs/messaging/test/')],
      },
      to: { path: 'node_modules/kafkajs/' },
    },
    {
      name: 'source-does-not-import-tests',
      severity: 'error',
      from: { path: [at('apps/[^/]+/src/'), at('libs/[^/]+/src/')], pathNot: ['\\.spec\\.ts$', '/testing/'] },
      to: { path: ['/test/', '/testing/', '\\.spec\\.ts$'], pathNot: 'node_modules' },
    },
    {
      name: 'entities-stay-with-their-repository',
      comment: 'Rows do not leak: only repositories, queries, modules and the data source know them.',
      severity: 'error',
      from: {
        path: at('apps/'),
        pathNot: ['\\.(entity|repository|queries|module|use-case)\\.ts$', 'data-source\\.ts$', at('apps/[^/]+/test/')],
      },
      to: { path: '\\.entity\\.ts$' },
    },
    {
      name: 'no-http-client-in-services',
      comment: 'Services never call each other.',
      severity: 'error',
      from: { path: at('apps/(pain-plan|referral|scheduling|therapy|behavioral-health)/src/') },
      to: { path: ['node_modules/(undici|axios|got)/', '^(node:)?https?$'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    exclude: { path: ['^dist/', ...(ROOT ? [] : ['^test/architecture/violations/'])] },
    enhancedResolveOptions: { extensions: ['.ts', '.js'] },
  },
};
