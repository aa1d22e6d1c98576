/** The floors: domain → db → adapters → features → server → routes and jobs; ui → domain. Nothing looks up, no circles. */
const test = '\\.test\\.tsx?$'
const floor = (name, from, to, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: test },
  to: { path: to },
})

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    floor(
      'domain-is-pure',
      '^app/domain/',
      '^(db|app/(adapters|features|server|routes|jobs|ui))/',
      'Rules know no data source and no screen.',
    ),
    floor(
      'domain-has-no-io',
      '^app/domain/',
      '^(node:(fs|net|http|https|child_process|process)|(node_modules/)?(postgres|drizzle-orm|express|react|livekit))',
      'Rules are pure.',
    ),
    floor(
      'db-knows-domain-only',
      '^db/(?!test/|factories/|seed/)',
      '^app/(adapters|features|server|routes|jobs|ui)/',
      'The database knows the rules and nothing above.',
    ),
    floor(
      'adapters-do-not-write',
      '^app/adapters/',
      '^(db|app/(features|server|routes|jobs|ui))/',
      'An adapter asks the outside world and nothing else.',
    ),
    floor(
      'features-look-down',
      '^app/features/',
      '^app/(server|routes|jobs|ui)/',
      'A verb knows no request and no screen.',
    ),
    {
      name: 'features-stand-alone',
      comment: 'A feature imports no other capability: the rule moves to domain, or the route composes two verbs.',
      severity: 'error',
      from: { path: '^app/features/([^/]+)/', pathNot: test },
      to: { path: '^app/features/', pathNot: ['^app/features/$1/', '^app/features/context'] },
    },
    floor(
      'features-know-no-framework',
      '^app/features/',
      '^(node_modules/)?(@remix-run|react|express)',
      'A verb knows no request and no screen.',
    ),
    floor('server-looks-down', '^app/server/(?!main)', '^app/(routes|ui)/', 'HTTP wiring knows no screen.'),
    floor(
      'routes-ask-verbs',
      '^app/routes/',
      '^(db/|(node_modules/)?(drizzle-orm|postgres|livekit-server-sdk|graphile-worker))',
      'A screen asks verbs.',
    ),
    {
      name: 'screens-stand-alone',
      comment: 'A screen does not import another screen’s folder.',
      severity: 'error',
      from: { path: '^app/routes/([^/]+)/' },
      to: { path: '^app/routes/', pathNot: '^app/routes/$1/' },
    },
    floor(
      'ui-knows-domain-only',
      '^app/ui/',
      '^(db|app/(adapters|features|server|routes|jobs))/',
      'Parts of screens know no data source.',
    ),
    floor(
      'nothing-reads-tests',
      '^(app|db/(?!test/|factories/)|scripts)',
      '^(db/test/|db/factories/)|' + test,
      'Tests are not part of the product.',
    ),
  ],
  required: [
    {
      name: 'verbs-are-audited',
      comment: 'Every verb records what was read or changed.',
      severity: 'error',
      module: { path: '^app/features/.+\\.server\\.ts$' },
      to: { path: '^db/audit', reachable: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    exclude: { path: '^(build|node_modules)' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs'],
    },
  },
}
