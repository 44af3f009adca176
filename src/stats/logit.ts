/** The log odds of a probability; infinite at 0 and 1. */
export const logit = (probability: number): number => Math.log(probability / (1 - probability));

/** The probability of a log odds. */
export const expit = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));
