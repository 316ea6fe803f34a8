// The one error of the scripts that is a message to a person: `npm start` prints its sentence, without a stack, and ends with 1.

/** Something the person who runs the command can put right. `message` is one sentence: what is wrong and what clears it. */
export class StartProblem extends Error {
  name = 'StartProblem';
}

/** Runs a script's main function; a StartProblem ends it with its sentence and exit code 1, anything else with its stack. */
export async function runScript(main) {
  try {
    await main();
  } catch (problem) {
    console.error(problem instanceof StartProblem ? `\n${problem.message}\n` : problem);
    process.exitCode = 1;
  }
}
