import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { examples } from '../examples';
import { type Example } from '../openingExample';
import { isNarrow } from './narrow';

/** Gives a function that puts an example into a tab, unless it stands in one already, and runs it. */
export function useOpenExample(): (example: Example) => void {
  const actions = useGraphiQLActions();
  const { tabs, activeTabIndex, queryEditor, variableEditor, headerEditor } = useGraphiQL((state) => ({
    tabs: state.tabs,
    activeTabIndex: state.activeTabIndex,
    queryEditor: state.queryEditor,
    variableEditor: state.variableEditor,
    headerEditor: state.headerEditor,
  }));
  return (example) => {
    const headers = headerEditor?.getValue() ?? '';
    const open = tabs.findIndex((tab) => tab.query === example.query);
    if (open >= 0 && open !== activeTabIndex) actions.changeTab(open);
    else if (open < 0 && !mayReplace(queryEditor?.getValue() ?? '')) actions.addTab();
    queryEditor?.setValue(example.query);
    if (open < 0) variableEditor?.setValue(example.variables ?? '');
    // A key that was set goes along: a new tab would start without it.
    headerEditor?.setValue(headers);
    actions.setOperationName(operationName(example));
    actions.updateActiveTabValues({ query: example.query, headers });
    actions.run();
    if (isNarrow()) actions.setVisiblePlugin(null); // it covers the answer
  };
}

/** Whether nothing is lost when an example takes the place of this: it is one itself, or nothing. */
function mayReplace(query: string): boolean {
  return query.trim() === '' || examples.some((example) => example.query === query);
}

function operationName(example: Example): string {
  return /^query (\w+)/.exec(example.query)?.[1] ?? '';
}

/** The example that the visible tab holds, as it came, if any. */
export function useCurrentExample(): Example | undefined {
  const query = useGraphiQL((state) => state.tabs[state.activeTabIndex]?.query);
  return examples.find((example) => example.query === query);
}
