//! Names for people to tell sessions apart by: `amber-heron`. Not unique, and nothing depends on that.

/// A random `adjective-noun` out of 64 × 64.
pub fn slug() -> String {
    let pick = |words: &'static [&'static str]| words[rand::random_range(0..words.len())];
    format!("{}-{}", pick(&ADJECTIVES), pick(&NOUNS))
}

#[rustfmt::skip]
const ADJECTIVES: [&str; 64] = [
    "agile", "amber", "ample", "azure", "balmy", "blithe", "bold", "breezy",
    "brisk", "bronze", "candid", "cheery", "civil", "clever", "copper", "cordial",
    "coral", "dapper", "deft", "dewy", "eager", "early", "earnest", "fabled",
    "fair", "fleet", "fond", "frosty", "gallant", "genial", "gilded", "glad",
    "hardy", "hazel", "humble", "ivory", "jaunty", "jolly", "keen", "lively",
    "loyal", "lucid", "mellow", "merry", "mild", "modest", "nifty", "noble",
    "olive", "placid", "plucky", "polite", "prime", "quaint", "rustic", "sage",
    "sleek", "spry", "steady", "sturdy", "tawny", "tranquil", "upbeat", "vivid",
];

#[rustfmt::skip]
const NOUNS: [&str; 64] = [
    "acorn", "alder", "anchor", "atlas", "badger", "beacon", "birch", "bison",
    "brook", "cedar", "clover", "comet", "condor", "crane", "delta", "dune",
    "ember", "fennel", "ferry", "fjord", "gable", "galaxy", "glacier", "grove",
    "harbor", "heron", "hickory", "ibis", "island", "jasper", "juniper", "kestrel",
    "lagoon", "lantern", "lark", "ledger", "lichen", "linnet", "magpie", "maple",
    "marsh", "mesa", "minnow", "nectar", "osprey", "otter", "pebble", "plover",
    "prairie", "quartz", "quill", "raven", "reef", "saffron", "sparrow", "summit",
    "thicket", "tundra", "valley", "walnut", "willow", "wren", "yarrow", "zephyr",
];

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn is_two_plain_words() {
        for _ in 0..1_000 {
            let slug = slug();
            let (adjective, noun) = slug.split_once('-').expect("one hyphen");
            assert!(ADJECTIVES.contains(&adjective) && NOUNS.contains(&noun), "{slug}");
        }
    }

    #[test]
    fn no_word_is_listed_twice() {
        let words: HashSet<_> = ADJECTIVES.iter().chain(&NOUNS).collect();
        assert_eq!(words.len(), ADJECTIVES.len() + NOUNS.len());
        assert!(words.iter().all(|word| word.bytes().all(|b| b.is_ascii_lowercase())));
    }
}
