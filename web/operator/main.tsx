import { startPage } from '../kit/start.tsx';
import { Console } from './console.tsx';
import { consoleWords } from './words.ts';

void startPage(<Console />, consoleWords, '/console');
