fn main() -> Result<(), Box<dyn std::error::Error>> {
    let contract = serde_json::from_str(&std::fs::read_to_string("spec/opencode-api.json")?)?;
    let errata = opencode_spec::errata::Errata::parse(&std::fs::read_to_string("spec/errata.toml")?)?;
    let table = std::fs::read_to_string("server/api/operations.txt").unwrap_or_default();
    for file in opencode_spec::generate::all(&contract, &errata, &table)?.files {
        if let Some(parent) = std::path::Path::new(&file.path).parent() {
            std::fs::create_dir_all(parent)?;
        }
        std::fs::write(&file.path, &file.text)?;
        println!("{} {}", file.path, file.text.len());
    }
    Ok(())
}
