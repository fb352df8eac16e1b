/** An author of a commit. */
export interface Contact {
  name: string;
  email: string;
}

/**
 * Names and handles of programs that commit under an account without a mark. Names that people have, such
 * as Claude and Devin, are not listed: these programs are recognized by their addresses.
 */
const NAMES = new Set([
  // Updates of dependencies and releases.
  ...['dependabot', 'dependabot preview', 'renovate', 'mend renovate', 'whitesource renovate'],
  ...['greenkeeper', 'depfu', 'pyup.io bot', 'snyk bot', 'nixpkgs-update', 'r-ryantm', 'fossabot'],
  ...['flake update', 'update-flake-lock', 'release-please', 'semantic-release-bot', 'changesets'],
  // CI and forges.
  ...[
    'github',
    'github action',
    'github actions',
    'github-actions',
    'github ci',
    'github merge queue',
  ],
  ...[
    'web-flow',
    'gitlab',
    'gitlab ci',
    'gitlab runner',
    'travis',
    'travis ci',
    'circleci',
    'jenkins',
  ],
  ...[
    'circleci bot',
    'azure pipelines',
    'netlify',
    'vercel',
    'pre-commit-ci',
    'pre-commit.ci',
    'ci',
  ],
  ...[
    'continuous integration',
    'buildbot',
    'bors',
    'homu',
    'mergify',
    'kodiakhq',
    'copybara-service',
  ],
  ...['copybara-github', 'k8s-ci-robot', 'kubernetes prow robot', 'dotnet-maestro', 'autofix-ci'],
  // Reviews, badges, pictures and lists of contributors.
  ...['allcontributors', 'all contributors', 'imgbot', 'imgbotapp', 'codacy-badger', 'codefactor'],
  ...['the gitter badger', 'the codacy badger', 'deepsource', 'deepsource autofix', 'restyled.io'],
  ...['restyled commits', 'sourcery ai', 'codecov', 'step security', 'stepsecurity bot', 'stale'],
  // Translations.
  ...[
    'weblate',
    'hosted weblate',
    'weblate (bot)',
    'transifex',
    'crowdin',
    'crowdin bot',
    'lokalise',
  ],
  ...['pontoon', 'translatewiki.net', 'localisation updater bot'],
  // AI assistants.
  ...[
    'copilot',
    'github copilot',
    'copilot-swe-agent',
    'copilot-autofix',
    'claude code',
    'chatgpt',
  ],
  ...[
    'openai codex',
    'codex cli',
    'devin ai',
    'devin-ai-integration',
    'cursor agent',
    'cursoragent',
  ],
  ...[
    'gemini cli',
    'gemini code assist',
    'google jules',
    'google-labs-jules',
    'openhands',
    'aider',
  ],
  ...[
    'sweep ai',
    'sweep-ai',
    'coderabbit',
    'coderabbit ai',
    'lovable',
    'gpt-engineer-app',
    'opencode',
  ],
  ...[
    'factory droid',
    'factory-droid',
    'qwen-coder',
    'qwen code',
    'roo code',
    'windsurf',
    'amp code',
  ],
  ...['replit agent', 'kilo code', 'ellipsis-dev', 'blackbox ai', 'tabnine', 'amazon q developer'],
]);

/** Patterns of the addresses of programs: of forges and CI, of bots, and of AI assistants. */
const ADDRESSES = [
  '\\[bot\\]@',
  '^(?:noreply|actions?|merge-queue|copilot)@github\\.com$',
  '@(?:dependabot|renovateapp|whitesourcesoftware|greenkeeper|pyup|depfu|allcontributors)\\.(?:com|io|org)$',
  '^(?:builds|noreply)@(?:travis-ci|circleci|gitlab|codeberg|weblate|crowdin)\\.(?:com|org|net)$',
  '^(?:hosted|noreply-addon-.*|noreply-mt-.*)@weblate\\.org$',
  '^support\\+bot@crowdin\\.com$',
  // GitLab's accounts of tokens.
  '^(?:project|group)_?\\d+_bot',
  '^service_account_',
  '^noreply@(?:anthropic|openai|google|aider|opencode|cognition|windsurf|lovable|warp)\\.(?:com|ai|chat|dev)$',
  '^(?:cursoragent|agent)@cursor\\.com$',
  '@(?:aider\\.chat|opencode\\.ai|all-hands\\.dev|devin\\.ai|cognition-labs\\.com)$',
  '^(?:codex|chatgpt)@openai\\.com$',
  '^gemini(?:-cli|-code-assist)?@google\\.com$',
  '^(?:amp@ampcode\\.com|junie@jetbrains\\.com|agent@warp\\.dev|crush@charm\\.land|qwen-coder@alibabacloud\\.com)$',
  '^(?:\\d+\\+)?claude@users\\.noreply\\.github\\.com$',
];

let addresses: RegExp | undefined;

/**
 * Whether an author is a bot or an AI assistant: by a mark in the name, by the list above, or by the word
 * "bot" in both the name and the address. "Bot" alone is also a surname.
 */
export function isBot({ name, email }: Contact): boolean {
  addresses ??= new RegExp(ADDRESSES.join('|'), 'i');
  const lower = name.trim().toLowerCase();
  const [local = ''] = email.toLowerCase().split('@');
  const login = local.replace(/^\d+[+-]/, '');
  return (
    /\[bot\]$|\(bot\)$|^[\w.-]+[-_](?:ro)?bot$/.test(lower) ||
    /[-_](?:ro)?bot$/.test(login) ||
    NAMES.has(lower) ||
    (/\.noreply\./i.test(email) && NAMES.has(login)) ||
    addresses.test(email) ||
    (/(?:^|[^a-z])(?:ro)?bot(?:$|[^a-z])/.test(lower) &&
      /(?:^|[._+-])(?:ro)?bot(?:$|[._+-])/.test(local))
  );
}
