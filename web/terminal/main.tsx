import './terminal.css';
import { startPage } from '../kit/start.tsx';
import { TerminalApp } from './app.tsx';
import { installWorker } from './device/worker.ts';
import { own } from './words.ts';

startPage(<TerminalApp />, own, '/terminal');
installWorker();
