import { readdirSync } from 'node:fs';

import importX from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

// Which chapters a chapter may use, and then only what their shared.ts offers; one that isn't named here uses none. No two use each
// other, at any distance.
const uses = {
  membership: ['people', 'record'],
  decisions: ['adoption', 'mail', 'membership', 'record'],
  meetings: ['decisions', 'mail', 'membership', 'people', 'record'],
  priorities: ['decisions', 'meetings'],
  groups: ['adoption', 'decisions', 'mail', 'priorities'],
  items: ['adoption', 'decisions', 'groups', 'membership'],
  elections: ['keyboxes', 'meetings', 'people'],
  exchange: ['decisions', 'keyboxes', 'membership'],
  exposure: ['decisions', 'elections', 'exchange', 'items', 'keyboxes', 'meetings'],
  risks: ['exchange', 'exposure', 'groups', 'items', 'membership'],
  identity: ['exchange', 'mail', 'people'],
  desk: ['mail', 'meetings'],
};

/** Chapters with a page on which every chapter may have something: they read the list of them all. */
const shows_all = ['desk', 'exposure'];

/** A folder, the ones that it may import from beside itself, and single files. */
const zone = (target, from, except, message) => ({ target: `./src/${target}`, from: `./src/${from}`, except, message });

const folders = readdirSync('src/chapters', { withFileTypes: true }).filter((entry) => entry.isDirectory());
const chapterZones = folders.map(({ name }) =>
  zone(
    `chapters/${name}`,
    'chapters',
    [
      `./${name}`,
      './chapter.ts',
      ...(shows_all.includes(name) ? ['./index.ts'] : []),
      ...(uses[name] ?? []).map((other) => `./${other}/shared.ts`),
    ],
    'A chapter imports itself, the shared folders, and the shared.ts of chapters that it uses (eslint.config.js).',
  ),
);
const sharedZones = ['acts', 'api', 'ballot', 'components', 'live', 'locales', 'record'].map((name) =>
  zone(
    name,
    '.',
    ['./acts', './api', './ballot', './components', './live', './locales', './record', './testing'],
    'What is shared knows no chapter.',
  ),
);

export default tseslint.config(
  { ignores: ['dist', 'src/api/schema.d.ts', 'src/locales/gaps.generated.d.ts', 'test-results'] },
  ...tseslint.configs.strict,
  reactHooks.configs.flat.recommended,
  {
    plugins: { 'import-x': importX },
    settings: {
      ...importX.flatConfigs.typescript.settings,
      'import-x/resolver-next': [importX.createNodeResolver({ extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] })],
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      // A page that is loaded when it is asked for may know the list that it is in.
      'import-x/no-cycle': ['error', { ignoreExternal: true, allowUnsafeDynamicCyclicDependency: true }],
      'import-x/no-restricted-paths': ['error', { zones: [...chapterZones, ...sharedZones] }],
      'max-lines': ['error', 400],
      'max-lines-per-function': ['error', { max: 60, skipComments: true }],
      'no-restricted-syntax': [
        'error',
        {
          selector: "Property[key.name='command'] > ArrowFunctionExpression:not([returnType])",
          message: 'Say `: Command`, so that a member which the command does not have is an error.',
        },
      ],
    },
  },
  // What is kept in a browser is either the record's or a person's, and a person's goes with their sign-in.
  {
    files: ['src/**'],
    ignores: ['**/*.test.*', 'src/testing/**', 'src/acts/own.ts', 'src/acts/kept.ts', 'src/locales/i18n.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['localStorage', 'sessionStorage', 'indexedDB'].map((name) => ({
          name,
          message: 'Keep it by acts/own.ts.',
        })),
      ],
      'no-restricted-imports': ['error', { paths: [{ name: 'idb-keyval', message: 'Keep it by acts/own.ts.' }] }],
    },
  },
  { files: ['**/*.test.*', 'journeys/**'], rules: { 'max-lines-per-function': 'off', 'max-lines': 'off' } },
);
