// At once: the worker keeps the parts that the terminal needs offline, and receipts are drawn with them.
import '../kit/font.ts';
import './terminal.css';
import { startPage } from '../kit/start.tsx';
import { TerminalApp } from './app.tsx';
import { installWorker } from './device/worker.ts';
import { CustomerDisplay } from './display.tsx';
import { own } from './words.ts';

const isDisplay = location.pathname === '/terminal/display';
void startPage(isDisplay ? <CustomerDisplay /> : <TerminalApp />, own, '/terminal');
installWorker();
