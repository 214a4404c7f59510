import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { openingExample } from '../openingExample';
import { EditorLook } from './EditorLook';
import { ExamplesIcon, ExamplesPanel } from './ExamplesPanel';
import { isNarrow } from './narrow';
import { provideWorkers } from './workers';

const examplesPlugin = { title: 'Examples', icon: ExamplesIcon, content: ExamplesPanel };
const plugins = [examplesPlugin]; // no history: it would store headers, and with them API keys
const fetcher = createGraphiQLFetcher({ url: location.pathname });

provideWorkers();
createRoot(document.getElementById('explorer')!).render(
  <GraphiQL
    fetcher={fetcher}
    defaultQuery={openingExample.query}
    plugins={plugins}
    visiblePlugin={isNarrow() ? undefined : examplesPlugin}
    shouldPersistHeaders={false}
    showPersistHeadersSettings={false}
  >
    <GraphiQL.Logo>Verbatim</GraphiQL.Logo>
    <EditorLook />
  </GraphiQL>,
);
