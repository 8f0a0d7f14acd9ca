import js from '@eslint/js'
import hooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const readonly = (...names) => Object.fromEntries(names.map((name) => [name, 'readonly']))
const node = readonly(
  ...['process', 'console', 'URL', 'Buffer', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
  ...['performance', 'structuredClone', 'Request', 'Response']
)
/** What the stand-in's scripts find in the page. */
const page = readonly(
  ...[
    'window',
    'document',
    'location',
    'navigator',
    'screenX',
    'screenY',
    'outerWidth',
    'outerHeight',
    'CSSStyleSheet'
  ],
  ...['addEventListener', 'removeEventListener', 'queueMicrotask', 'Event', 'Element', 'Node', 'File', 'Blob'],
  ...['__SETUP__', '__CODEC__', '__PRELOAD__']
)

export default tseslint.config(
  { ignores: ['out/', '.cache/', 'node_modules/', 'test-results/', 'resources/'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  { files: ['**/*.{mjs,cjs,js}'], languageOptions: { globals: node } },
  { files: ['e2e/standin/{page,picker}.js'], languageOptions: { globals: page } },
  {
    files: ['**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error'
    }
  },
  {
    files: ['src/main/cli.ts', 'src/main/cli/**/*.ts'],
    ignores: ['src/main/cli/output.ts', '**/*.test.ts', '**/*.test-helper.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'MemberExpression[object.name="process"][property.name=/^std(out|err)$/] > Identifier[name="write"]',
          message: 'What goes to the terminal goes through output.ts.'
        },
        {
          selector: 'MemberExpression[property.name="write"] > MemberExpression[property.name=/^std(out|err)$/]',
          message: 'What goes to the terminal goes through output.ts.'
        },
        {
          selector: 'TSAsExpression > TSTypeReference[typeName.name="Printable"]',
          message: 'Only printable.ts makes printable text.'
        }
      ]
    }
  },
  {
    files: ['src/main/cli/printable.ts'],
    rules: { 'no-restricted-syntax': 'off' }
  },
  { files: ['src/{renderer,page}/**/*.{ts,tsx}'], ...hooks.configs.flat.recommended },
  { files: ['e2e/**', 'bench/**', 'scripts/**', 'bin/**'], rules: { 'no-console': 'off', 'no-empty-pattern': 'off' } }
)
