namespace Entente.Checking.Consistency;

/// <summary>
/// Splits a system into parts that share no variable, so that a long text costs the sum of its topics and not their product. Parts in which
/// one claim stands alone are left out: nothing contradicts it.
/// </summary>
internal static class Components
{
    public static IEnumerable<(List<Assertion> Assertions, List<Identity> Identities)> Of(ClaimSystem system)
    {
        var parent = Enumerable.Range(0, system.Domains.Count).ToArray();
        foreach (var variables in system.Identities.Select(i => i.Constraint.Variables).Concat(system.Assertions.Select(Variables)))
            for (var i = 1; i < variables.Count; i++)
                parent[Root(parent, variables[i])] = Root(parent, variables[0]);
        // One claim may speak of several parts ("… and …"): it binds them for the search though no identity does.
        foreach (var claim in system.Assertions.GroupBy(a => a.Claim))
        {
            var first = Root(parent, Variables(claim.First())[0]);
            foreach (var assertion in claim.Skip(1))
                parent[Root(parent, Variables(assertion)[0])] = first;
        }
        var identities = system.Identities.ToLookup(i => Root(parent, i.Constraint.Variables[0]));
        foreach (var group in system.Assertions.GroupBy(a => Root(parent, Variables(a)[0])))
        {
            var claim = group.First().Claim;
            if (group.Any(a => a.Claim != claim))
                yield return ([.. group], [.. identities[group.Key]]);
        }
    }

    private static IReadOnlyList<int> Variables(Assertion assertion) =>
        assertion.Constraints.Count == 1 ? assertion.Constraints[0].Variables : [.. assertion.Constraints.SelectMany(c => c.Variables)];

    private static int Root(int[] parent, int variable)
    {
        while (parent[variable] != variable)
            variable = parent[variable] = parent[parent[variable]];
        return variable;
    }
}
