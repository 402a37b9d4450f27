import { render } from 'preact';
import { App } from './app';
import { language, setLanguage } from './i18n';
import { startRouter } from './router';
import './styles/index.css';

setLanguage(language());
startRouter();
const root = document.getElementById('app');
if (root) render(<App />, root);
