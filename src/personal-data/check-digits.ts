/** ISO/IEC 7812-1 annex B: every second digit from the right but one counts double, its digits summed. */
export function passesLuhn(digits: string): boolean {
  const sum = [...digits].toReversed().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0 && /[1-9]/u.test(digits);
}

/** The sum of digits by their weights. */
export function weighted(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * Number(digits[at] ?? 0), 0);
}

/** What is left of a whole number of any length. */
export function remainder(digits: string, modulus: number): number {
  return [...digits].reduce((left, digit) => (left * 10 + Number(digit)) % modulus, 0);
}

/** ISO/IEC 7064 MOD 11,10: the check digit behind the others. */
export function passesMod11And10(digits: string): boolean {
  const product = digits
    .slice(0, -1)
    .split('')
    .reduce((before, digit) => {
      const sum = (Number(digit) + before) % 10 || 10;
      return (sum * 2) % 11;
    }, 10);
  return (11 - product) % 10 === Number(digits.at(-1));
}

/** Whether there may be such a day in any century: a leap day counts. */
export function isDay(month: number, day: number): boolean {
  const lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day >= 1 && day <= (lengths[month - 1] ?? 0);
}
