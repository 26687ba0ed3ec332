import './phones.css';
import { startPage } from '../kit/start.tsx';
import { DemoApp } from './app.tsx';
import { own } from './words.ts';

void startPage(<DemoApp />, own, '/');
