import { examples } from '../examples';
import { useCurrentExample, useOpenExample } from './openExample';

/** The list of examples: one press opens a query and runs it. */
export function ExamplesPanel() {
  const open = useOpenExample();
  const current = useCurrentExample();
  return (
    <section className="examples" aria-label="Examples">
      <h1>Examples</h1>
      <p>Press one: it opens and runs. Then change it and run it again.</p>
      <ul>
        {examples.map((example) => (
          <li key={example.title}>
            <button type="button" aria-current={example === current} onClick={() => open(example)}>
              <strong>{example.title}</strong>
              <span>{example.explanation}</span>
            </button>
          </li>
        ))}
      </ul>
      <h2>With an API key</h2>
      <p>
        Put <code>{'{ "Authorization": "Bearer …" }'}</code> under Headers, below the query. This page keeps it until
        you leave, and stores it nowhere.
      </p>
    </section>
  );
}

/** The sign of the examples in the side bar: quotation marks. */
export function ExamplesIcon(props: { 'aria-hidden'?: 'true' }) {
  return (
    <svg viewBox="0 0 24 24" fill="currentColor" {...props}>
      <path d="M3 18v-5.500C3 8.500 5.300 6 9.300 5.500v2.900c-1.800.5-2.800 1.600-2.800 3.300h3.200V18zm11.500 0v-5.500c0-4 2.300-6.500 6.300-7v2.900c-1.800.5-2.800 1.600-2.800 3.300h3.200V18z" />
    </svg>
  );
}
