/** Who may call what, as people read it: made from test/access-policy.json, which a test holds against every route. */

export type Access = 'all' | 'own' | 'no';
export const policyRoles = ['coordinator', 'physician', 'administrator', 'operator', 'partner'] as const;
export type PolicyRole = (typeof policyRoles)[number];

export type PolicyRow = { why?: string } & ({ public: true } | Record<PolicyRole, Access>);
export type AccessPolicy = Readonly<Record<string, PolicyRow>>;

const words: Readonly<Record<Access, string>> = { all: 'yes', own: 'own', no: '' };

export function accessPolicyTable(policy: AccessPolicy): string {
  const rows = Object.entries(policy).map(([route, row]) => {
    const cells = 'public' in row ? policyRoles.map(() => 'public') : policyRoles.map((role) => words[row[role]]);
    return `| \`${route}\` | ${cells.join(' | ')} | ${row.why ?? ''} |`;
  });
  return `# Who may call what

Made from \`test/access-policy.json\` by \`npm run generate\`. \`test/system/access.e2e-spec.ts\` calls every route that OpenAPI names as everybody and holds
the answers against this table. *own*: rows of the partner's own organization; those of another look like rows that never existed. Empty: refused with 403.
Without a valid token everything but what is public is refused with 401. \`*\` stands for each service.

| route | ${policyRoles.join(' | ')} | why |
| --- | ${policyRoles.map(() => '---').join(' | ')} | --- |
${rows.join('\n')}
`;
}

/** The row of a route: each service has its own operator's routes and timers, under one rule. */
export const policyKey = (method: string, path: string): string =>
  `${method.toUpperCase()} ${path.replace(/^\/api\/(ops|timers)\/[a-z-]+/, '/api/$1/*')}`;
