import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './api/query-client.ts';
import { App } from './app.tsx';
import { endWithSession } from './shell/end-with-session.ts';
import { applyTheme } from './shell/theme.ts';
import { StringsProvider } from './strings/strings-provider.tsx';
import './ui/tokens.css';
import './ui/base.css';
import './ui/components.css';

applyTheme();
endWithSession();
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <StringsProvider>
        <App />
      </StringsProvider>
    </QueryClientProvider>
  </StrictMode>,
);
