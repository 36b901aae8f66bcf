//! What a step costs: tokens times the model's prices, exact to the last decimal place.
//!
//! Prices are US dollars per million tokens, as the contract's `Model.cost` gives them. Tokens are counted by the
//! provider. Start from [`dollars`].

use opencode_types::{AssistantMessageTokens, AssistantMessageTokensCache, ModelCost, Number};

use crate::provider::Usage;

/// Input tokens (with those read from the cache) above which a model's second price list holds, if it has one.
const LONG_CONTEXT: f64 = 200_000.0;

/// Prices are scaled to whole numbers of this many parts of a dollar, so that the sum is exact.
const PARTS_OF_A_DOLLAR: f64 = 1e9;

/// The tokens of one model call as the contract counts them: `output` doesn't contain `reasoning`, so that the members
/// add up to `total` and every token is billed once.
pub fn tokens(usage: &Usage) -> AssistantMessageTokens {
    let number = |count: u64| Number(count as f64);
    AssistantMessageTokens {
        total: Some(number(usage.total)),
        input: number(usage.input),
        output: number(usage.output.saturating_sub(usage.reasoning)),
        reasoning: number(usage.reasoning),
        cache: AssistantMessageTokensCache {
            read: number(usage.cache_read),
            write: number(usage.cache_write),
        },
    }
}

/// The price of `tokens` in US dollars; reasoning costs what output costs.
///
/// The sum is made in whole numbers and rounded once at the end, so that 120 tokens at 1 and 30 at 2 dollars per
/// million are 0.00018 and not 0.00017999999999999998.
pub fn dollars(prices: &ModelCost, tokens: &AssistantMessageTokens) -> Number {
    let long = prices
        .experimental_over200_k
        .as_ref()
        .filter(|_| tokens.input.0 + tokens.cache.read.0 > LONG_CONTEXT);
    let (input, output, read, write) = match long {
        Some(long) => (long.input, long.output, long.cache.read, long.cache.write),
        None => (prices.input, prices.output, prices.cache.read, prices.cache.write),
    };
    let total = part(tokens.input, input)
        + part(tokens.output, output)
        + part(tokens.reasoning, output)
        + part(tokens.cache.read, read)
        + part(tokens.cache.write, write);
    // Reading the decimal digits rounds correctly, which a division of two large floats doesn't.
    let exact = format!("{total}e-15").parse::<f64>();
    Number(exact.unwrap_or(0.0))
}

/// Tokens times price in parts of a dollar per million, as a whole number.
fn part(tokens: Number, price: Number) -> i128 {
    let whole = |value: f64| if value.is_finite() { value.round() as i128 } else { 0 };
    whole(tokens.0).saturating_mul(whole(price.0 * PARTS_OF_A_DOLLAR))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn price(prices: serde_json::Value, tokens: serde_json::Value) -> f64 {
        let prices = serde_json::from_value(prices).expect("prices of the contract's form");
        let tokens = serde_json::from_value(tokens).expect("tokens of the contract's form");
        dollars(&prices, &tokens).0
    }

    #[test]
    fn reasoning_is_counted_apart_from_output() {
        let usage = Usage { input: 1, output: 10, reasoning: 4, cache_read: 2, cache_write: 3, total: 16 };
        let expected = json!({
            "total": 16, "input": 1, "output": 6, "reasoning": 4, "cache": {"read": 2, "write": 3},
        });
        assert_eq!(serde_json::to_value(tokens(&usage)).expect("JSON"), expected);
    }

    #[test]
    fn the_recorded_answer_costs_what_was_recorded() {
        let prices = json!({"input": 1, "output": 2, "cache": {"read": 0, "write": 0}});
        let tokens = json!({"total": 150, "input": 120, "output": 30, "reasoning": 0, "cache": {"read": 0, "write": 0}});
        assert_eq!(price(prices, tokens), 0.00018);
    }

    #[test]
    fn every_kind_of_token_has_its_price() {
        let prices = json!({"input": 3, "output": 15, "cache": {"read": 0.3, "write": 3.75}});
        let tokens = json!({"input": 7, "output": 11, "reasoning": 13, "cache": {"read": 17, "write": 19}});
        // 21 + 165 + 195 + 5.1 + 71.25 millionths; the naive sum of floats gives 0.00045734999999999995.
        assert_eq!(price(prices, tokens), 0.00045735);
    }

    #[test]
    fn above_200k_the_second_list_holds() {
        let prices = json!({
            "input": 1, "output": 1, "cache": {"read": 1, "write": 1},
            "experimentalOver200K": {"input": 2, "output": 3, "cache": {"read": 4, "write": 5}},
        });
        let at =
            json!({"input": 150_000, "output": 1, "reasoning": 0, "cache": {"read": 50_000, "write": 0}});
        let above =
            json!({"input": 150_000, "output": 1, "reasoning": 0, "cache": {"read": 50_001, "write": 2}});
        assert_eq!(price(prices.clone(), at), 0.200001);
        assert_eq!(price(prices, above), (300_000 + 3 + 200_004 + 10) as f64 / 1e6);
    }
}
