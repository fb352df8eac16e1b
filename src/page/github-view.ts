import { checkGitHub } from './check-github.ts';
import { githubNodes } from './github-nodes.ts';

/** What only a view for GitHub needs. */
export const githubView = { check: checkGitHub, nodes: githubNodes };
