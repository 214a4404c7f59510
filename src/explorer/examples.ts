import { toReview } from './reviewExample';
import { openingExample, sampleSlug, type Example } from './openingExample';

const whatRubioSaid: Example = {
  title: 'Everything Marco Rubio said',
  explanation: 'A speaker is a record: one question gives all quotes, ready to print.',
  query: `query WhatRubioSaid {
  person(by: { slug: "marco-rubio" }) {
    name
    roles {
      title
      organization { name }
    }
    quotes(first: 20) {
      totalCount
      edges {
        node {
          citation
          kind
          saidIn { name }
          article { headline slug }
        }
      }
    }
  }
}
`,
};

const quotesByParagraph: Example = {
  title: 'The quotes of each paragraph',
  explanation: 'The text as a page shows it, and what to mark in it.',
  query: `query QuotesByParagraph {
  article(by: { slug: "${sampleSlug}" }) {
    headline
    paragraphs {
      index
      text
      quotes {
        position
        spans { start end text }
        speakerName
      }
    }
  }
}
`,
};

const search: Example = {
  title: 'Search with snippets',
  explanation: 'Articles, quotes, people, organizations, places: the best match first.',
  query: `query SearchInEverything {
  search(
    text: "cooperation Mexico"
    first: 10
  ) {
    totalCount
    edges {
      score
      snippet
      node {
        __typename
        ... on Article { headline }
        ... on Quote { text speakerName }
        ... on Person { name description }
        ... on Organization { name }
        ... on Place { name placeKind }
      }
    }
  }
}
`,
};

const pictures: Example = {
  title: 'Who is in the pictures',
  explanation: 'The people shown, the photographer, when and where.',
  query: `query WhoIsInThePictures {
  article(by: { slug: "${sampleSlug}" }) {
    images {
      caption
      people {
        name
        roles { title }
      }
      photographer { name }
      creditLine
      takenOn
      located {
        name
        within { name }
      }
    }
  }
}
`,
};

const misspeltName: Example = {
  title: 'A name, misspelt',
  explanation: '“Melanie Jolie” finds Mélanie Joly: typos and missing accents are forgiven.',
  query: `query FindByMisspeltName {
  people(
    filter: { name: "Melanie Jolie" }
    first: 3
  ) {
    edges {
      node {
        name
        aliases
        description
        articles {
          edges { node { headline } }
        }
      }
    }
  }
}
`,
};

const placeWithin: Example = {
  title: 'A place and the places in it',
  explanation: 'Canada, and what lies in it, with the articles that speak of each.',
  query: `query PlacesInCanada {
  place(by: { slug: "canada" }) {
    ...Spot
    children(first: 5) {
      edges {
        node {
          ...Spot
          children(first: 5) {
            edges { node { ...Spot } }
          }
        }
      }
    }
  }
}

fragment Spot on Place {
  name
  placeKind
  countryCode
  articles { totalCount }
}
`,
};

const paging: Example = {
  title: 'Page by page',
  explanation: 'Two quotes at a time, and a cursor to go on from.',
  query: `query QuotePage($after: String) {
  # For the next page give
  # endCursor under Variables:
  # { "after": "…" }
  quotes(
    first: 2
    after: $after
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node { text speakerName }
    }
  }
}
`,
  variables: '{ "after": null }\n',
};

/** What the explorer offers, in the order shown. */
export const examples: readonly Example[] = [
  openingExample,
  whatRubioSaid,
  quotesByParagraph,
  search,
  pictures,
  misspeltName,
  placeWithin,
  toReview,
  paging,
];
