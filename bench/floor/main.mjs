import { answerOf } from './answers.mjs';
import { serve } from './serve.mjs';

/**
 * The database floor: as little as can stand between a request and the database. Nothing parses what the database answers.
 * Takes the same requests as the program: POST of `{"operationName", "variables"}`, whose query it does not read.
 */
serve((body) => {
  const { operationName, variables } = JSON.parse(body.toString());
  return answerOf(operationName, variables);
});
