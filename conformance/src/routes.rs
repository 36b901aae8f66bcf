//! Which operation a method and a path mean. Start at [`Routes::operation`].

use std::collections::HashMap;

use crate::contract::Contract;

/// The operations of a contract, by method and number of segments.
#[derive(Debug)]
pub(crate) struct Routes(HashMap<(String, usize), Vec<Route>>);

#[derive(Debug)]
struct Route {
    operation: String,
    /// `None` for a parameter.
    segments: Vec<Option<String>>,
}

impl Routes {
    pub fn of(contract: &Contract) -> Routes {
        let mut all: HashMap<_, Vec<Route>> = HashMap::new();
        for operation in contract.operations.values() {
            let literal = |segment: &str| (!segment.starts_with('{')).then(|| segment.to_owned());
            let segments: Vec<_> = operation.segments().map(literal).collect();
            let routes = all.entry((operation.method.clone(), segments.len())).or_default();
            routes.push(Route { operation: operation.id.clone(), segments });
            // A literal segment outweighs a parameter in the same place.
            routes.sort_by_key(|route| route.segments.iter().map(Option::is_none).collect::<Vec<_>>());
        }
        Routes(all)
    }

    /// The id of the operation; `segments` are decoded.
    pub fn operation(&self, method: &str, segments: &[String]) -> Option<&str> {
        let routes = self.0.get(&(method.to_owned(), segments.len()))?;
        let fits = |route: &&Route| {
            let mut pairs = route.segments.iter().zip(segments);
            pairs.all(|(wanted, found)| wanted.as_ref().is_none_or(|wanted| wanted == found))
        };
        routes.iter().find(fits).map(|route| route.operation.as_str())
    }
}
