import { useGraphiQL } from '@graphiql/react';
import { useEffect } from 'react';

/** Shows nothing; makes the editors' text small enough for a whole query, and wraps lines that are still too long. */
export function EditorLook() {
  const editors = useGraphiQL((state) => ({
    query: state.queryEditor,
    variables: state.variableEditor,
    headers: state.headerEditor,
    response: state.responseEditor,
  }));
  useEffect(() => {
    for (const editor of Object.values(editors)) editor?.updateOptions({ fontSize: 13, wordWrap: 'on' });
  }, [editors]);
  return null;
}
