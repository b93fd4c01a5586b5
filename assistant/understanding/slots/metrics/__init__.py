"""Which metrics a question asks for: what its words name, what that means, what stands beside."""
