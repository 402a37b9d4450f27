import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/'] },
  ...tseslint.configs.strict,
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: true }],
      'max-params': ['error', 4],
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
      'no-else-return': 'error',
      'no-restricted-globals': [
        'error',
        { name: 'fetch', message: 'src/api.ts is the only module that talks to the server.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'JSXAttribute[name.name=/^(dangerouslySetInnerHTML|style)$/]',
          message: 'The content security policy and escaping forbid it.',
        },
        {
          selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]',
          message: 'Text from documents is never parsed as HTML.',
        },
      ],
    },
  },
  {
    files: ['src/api.ts'],
    rules: { 'no-restricted-globals': 'off' },
  },
  {
    files: ['src/i18n.ts'],
    rules: { 'max-lines': 'off' },
  },
);
