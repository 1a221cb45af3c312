"""How answers are announced and asked for, language by language. Pure."""
