/** A question to start from: shown by its title and one sentence, run with its query and variables. */
export interface Example {
  readonly title: string;
  readonly explanation: string;
  readonly query: string;
  /** JSON text, as it stands in the editor. */
  readonly variables?: string;
}

/** The slug of the article that a new database comes with. */
export const sampleSlug = 'rubio-scraps-plan-to-use-us-military-against-cartels-in-mexico';

/** The explorer opens on this one. */
export const openingExample: Example = {
  title: 'An article and its quotes',
  explanation: 'Its people, and every quote with its speaker and its place in the text.',
  query: `query ArticleWithQuotes {
  article(by: { slug: "${sampleSlug}" }) {
    headline
    standfirst
    provider { name }
    quotes {
      totalCount
      edges {
        node {
          text
          kind
          # Its place in the body
          spans { start end text }
          cue { text }
          speaker {
            ... on Entity { name }
          }
          speakerTitle
        }
      }
    }
    people {
      edges { node { name } }
    }
  }
}
`,
};
