/**
 * The import law of ARCHITECTURE.md, in force, and the graph of features: `mayUse` says which features a feature builds
 * on. A new dependency is a reviewed line here.
 */
const mayUse = {
  authorities: [],
  accounts: ['authorities'],
  editions: ['accounts', 'authorities'],
  committees: ['accounts', 'authorities', 'editions'],
  participation: ['accounts', 'authorities', 'editions', 'committees'],
  workshops: ['accounts', 'authorities', 'editions', 'committees', 'participation'],
  timeline: ['accounts', 'authorities', 'editions', 'committees', 'participation', 'workshops'],
  agendas: ['accounts', 'authorities', 'editions', 'committees'],
  invitations: ['accounts', 'authorities', 'editions', 'committees', 'agendas'],
  texts: ['accounts', 'authorities'],
  minutes: ['accounts', 'authorities', 'editions', 'committees', 'agendas', 'texts', 'timeline'],
  deliverables: ['accounts', 'authorities', 'editions', 'participation', 'timeline'],
  calendars: ['accounts', 'authorities', 'editions', 'participation', 'timeline', 'deliverables'],
  site: ['authorities', 'editions', 'committees', 'participation'],
};

const TESTS = String.raw`\.test\.tsx?$|/testing(/|\.ts$)`;
const FRONT_DOORS = String.raw`/public(\.server)?\.ts$`;
const features = Object.keys(mayUse);
const own = (name) => `^app/features/${name}/`;

/** What lies inside each feature, by layer: what a layer may import of its own feature. */
const layers = [
  { name: 'domain', from: '/domain/', mayReach: ['domain/'], outside: '^app/(lib/|access/actor)' },
  { name: 'permissions', from: String.raw`/permissions\.ts$`, mayReach: ['domain/'], outside: '^app/(lib|access)/' },
  {
    name: 'schema',
    from: String.raw`/schema\.server\.ts$`,
    mayReach: ['domain/', 'schema'],
    outside: String.raw`^app/(lib|access|platform/db)/|schema\.server\.ts$`,
  },
];

const rules = [
  { name: 'no-circular', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
  { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^virtual:' } },
  {
    name: 'not-to-dev-dependency',
    comment: 'What ships imports only what is installed with it.',
    severity: 'error',
    from: { path: '^app/', pathNot: `${TESTS}|^app/routes\\.ts$|/urls\\.ts$|^app/platform/(testing|db/testing)/` },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm', 'type-only', 'npm-optional'] },
  },
  {
    name: 'lib-imports-nothing-of-ours',
    severity: 'error',
    from: { path: '^app/lib/', pathNot: TESTS },
    to: { path: '^app/', pathNot: '^app/lib/' },
  },
  {
    name: 'shared-folders-never-import-features',
    severity: 'error',
    from: { path: '^app/(lib|ui|platform|access)/', pathNot: TESTS },
    to: { path: '^app/(features|layouts)/|^app/[^/]+$' },
  },
  { name: 'ui-is-pure', severity: 'error', from: { path: '^app/ui/', pathNot: TESTS }, to: { path: '^app/', pathNot: '^app/(ui|lib)/' } },
  {
    name: 'access-imports-lib-only',
    severity: 'error',
    from: { path: '^app/access/', pathNot: TESTS },
    to: { path: '^app/', pathNot: '^app/(access|lib)/' },
  },
  {
    name: 'features-never-import-the-composition-root',
    severity: 'error',
    from: { path: '^app/features/' },
    to: { path: '^app/[^/]+$|^app/layouts/' },
  },
  {
    name: 'domain-has-no-clock-database-or-node',
    severity: 'error',
    from: { path: '^app/features/[^/]+/domain/', pathNot: TESTS },
    to: { path: '^app/(platform|access|ui)/|^node:', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'routes-and-ui-leave-sql-to-queries',
    severity: 'error',
    from: { path: '^app/features/[^/]+/(routes|ui)/', pathNot: TESTS },
    to: { path: String.raw`schema\.server\.ts$|store\.server\.ts$|^app/platform/db/` },
  },
  {
    name: 'ui-of-a-feature-stays-in-the-browser',
    comment: 'Parts of pages are rendered from what loaders hand them: no server module, but types.',
    severity: 'error',
    from: { path: '^app/features/[^/]+/ui/', pathNot: TESTS },
    to: { path: String.raw`\.server\.tsx?$`, dependencyTypesNot: ['type-only'] },
  },
  ...layers.map(({ name, from, mayReach, outside = '^app/lib/' }) => ({
    name: `${name}-imports`,
    severity: 'error',
    from: { path: `^app/features/([^/]+)${from}`, pathNot: TESTS },
    to: { path: '^app/', pathNot: [outside, ...mayReach.map((part) => `^app/features/$1/${part}`)].join('|') },
  })),
  ...features.map((name) => ({
    name: `${name}-uses-declared-features-by-their-front-door`,
    severity: 'error',
    from: { path: own(name), pathNot: TESTS },
    to: {
      path: '^app/features/',
      pathNot: [
        own(name),
        ...mayUse[name].flatMap((used) => [`${own(used)}public(\\.server)?\\.ts$`, `${own(used)}schema\\.server\\.ts$`]),
      ].join('|'),
    },
  })),
  {
    name: 'every-feature-is-declared',
    severity: 'error',
    from: { path: '^app/' },
    to: { path: '^app/features/', pathNot: features.map(own).join('|') },
  },
  {
    name: 'schemas-of-others-only-for-foreign-keys-and-joins',
    severity: 'error',
    from: { path: '^app/features/([^/]+)/', pathNot: String.raw`(schema|queries|store)[^/]*\.server\.ts$|/queries/|${TESTS}` },
    to: { path: String.raw`^app/features/[^/]+/schema\.server\.ts$`, pathNot: '^app/features/$1/' },
  },
  {
    name: 'composition-root-enters-features-by-their-front-door',
    severity: 'error',
    from: { path: '^app/[^/]+$|^app/layouts/', pathNot: TESTS },
    to: {
      path: '^app/features/',
      pathNot: String.raw`${FRONT_DOORS}|/urls\.ts$|/permissions\.ts$|[/.]cli\.server\.ts$|/jobs\.server\.ts$|/routes/`,
    },
  },
];

export default {
  forbidden: rules,
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
