import { startPage } from '../kit/start.tsx';
import { BuyerApp } from './app.tsx';
import { sayWhenOffline } from './offline.ts';
import { buyerWords } from './words.ts';

void startPage(<BuyerApp />, buyerWords, '/');
sayWhenOffline();
