import type { Code } from './codes.ts';
export const explanations = {} as Record<Code, { means: string; wrong: string; right: string }>;
