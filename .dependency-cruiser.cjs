/** The arrows of the house, each with its reason. `npm run check:arrows` holds them. */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    forbid(
      'no-circles',
      'Two modules that need each other are one module.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    forbid(
      'domain-is-pure',
      'The domain is what a labour lawyer reads: no I/O, no framework; itself, zod and lists of codes.',
      { path: '^app/domain', pathNot: '\\.test\\.ts$' },
      { path: '.', pathNot: '^(app/domain|node_modules/(zod|iso-3166|@zxcvbn-ts/language-common)/)' },
    ),
    forbid(
      'domain-never-touches-the-outside',
      'Neither database nor search nor routes may shape the law.',
      { path: '^app/domain', pathNot: '\\.test\\.ts$' },
      { path: '^(db|search|app/(routes|components|server|use-cases|i18n|cli))' },
    ),
    forbid(
      'routes-stand-alone',
      'A route that imports another cannot be read alone.',
      { path: '^app/routes/' },
      { path: '^app/routes/' },
    ),
    forbid(
      'components-draw',
      'Components draw what they are given; types may come from anywhere.',
      { path: '^app/components/' },
      { path: '^(db/(?!queries|reference)|app/(routes|use-cases))', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'only-server-files-touch-drivers',
      'One place each where PostgreSQL and Meilisearch are reached.',
      { path: '^(app|search)/', pathNot: '(\\.server\\.tsx?|\\.test\\.ts)$' },
      { path: '^node_modules/(pg|meilisearch)/', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'db-knows-domain-only',
      'The database layer serves routes and use cases, it does not know them.',
      { path: '^db/' },
      { path: '^(app/(routes|components|server|use-cases|cli))' },
    ),
    forbid(
      'search-knows-db-and-domain',
      'Search is a copy of the database; pages are not its business.',
      { path: '^search/' },
      { path: '^app/(routes|components|server|use-cases|cli)', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'nothing-imports-tests',
      'What ships must not lean on what tests it.',
      { path: '^(app|db|search)/', pathNot: '\\.test\\.tsx?$' },
      { path: '^test/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^build/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'] },
  },
};
