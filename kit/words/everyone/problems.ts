import { problemsEn } from './problems.en.ts';
import { problemsJa } from './problems.ja.ts';
import { problemsKo } from './problems.ko.ts';
import { problemsZh } from './problems.zh.ts';

/** Title and detail of the problems in each language. */
export const PROBLEMS = { ko: problemsKo, en: problemsEn, ja: problemsJa, zh: problemsZh } as const;
