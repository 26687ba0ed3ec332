import { startPage } from '../kit/start.tsx';
import { SettlementConsole } from './console.tsx';
import { settlementWords } from './words.ts';

void startPage(<SettlementConsole />, settlementWords, '/console');
