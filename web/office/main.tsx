import { startPage } from '../kit/start.tsx';
import { Office } from './office.tsx';
import { officeWords } from './words.ts';

void startPage(<Office />, officeWords, '/office');
