import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../tokens/tokens.css';
import './styles/base.css';
import { App } from './app.tsx';
import { watchAddress } from './platform/router.ts';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root');
watchAddress();
createRoot(root).render(
  <StrictMode>
    <div className="app desk">
      <App />
    </div>
  </StrictMode>,
);
