import { startPage } from '../kit/start.tsx';
import { BuyerApp } from './app.tsx';
import { buyerWords } from './words.ts';

startPage(<BuyerApp />, buyerWords, '/');
