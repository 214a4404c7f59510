import type { Example } from './openingExample';

/** What extraction found and nobody looked at: where an editor's day begins. */
export const toReview: Example = {
  title: 'Quotes to review',
  explanation: 'What nobody looked at yet, and how sure extraction is of it. Bring more in with: npx verbatim demo',
  query: `query QuotesToReview {
  quotes(
    first: 20
    filter: { reviewStatus: [UNREVIEWED] }
  ) {
    totalCount
    edges {
      node {
        text
        method
        confidence
        speakerName
        speaker {
          ... on Entity {
            name
            reviewStatus
            articles { totalCount }
          }
        }
        article { headline publishedAt }
      }
    }
  }
}
`,
};
